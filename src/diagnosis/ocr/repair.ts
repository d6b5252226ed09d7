/** A place in what was read, and what it must have been. */
export interface Repair {
  readonly kind: RepairKind;
  /** Offsets in the text that was looked at. */
  readonly start: number;
  readonly end: number;
  readonly by: string;
}

const REPAIR_KINDS = ['code', 'id', 'status', 'address', 'name', 'hidden'] as const;
/** `hidden`: a credential, taken out. */
export type RepairKind = (typeof REPAIR_KINDS)[number];

/** Finds one kind of slip. Linear; the places do not overlap and come in their order. */
export type FindRepairs = (text: string) => Repair[];
