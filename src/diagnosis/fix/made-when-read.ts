/**
 * An object with one property that is made when it is first read: who only asks what is wrong pays for no patch, and who
 * shows one language not for seven.
 *
 * The property is the object's own, so that it is copied and serialised as any other, and all of them share one
 * description: V8 makes a hidden class of its own for each further one, which lives until a full collection of garbage.
 */
export abstract class MadeWhenRead<T> {
  readonly #make: () => T;
  #made: T | undefined;

  protected constructor(make: () => T) {
    this.#make = make;
  }

  /** Defines the property, in its place among the others. */
  protected whenRead(name: string): void {
    Object.defineProperty(this, name, MadeWhenRead.#PROPERTY);
  }

  static readonly #PROPERTY: PropertyDescriptor & ThisType<MadeWhenRead<unknown>> = {
    enumerable: true,
    configurable: true,
    get() {
      this.#made ??= this.#make();
      return this.#made;
    },
  };
}
