/** Whether one slip of the keyboard apart: a letter more, less, other, or two swapped (Damerau). */
export function isOneSlipFrom(typed: string, meant: string): boolean {
  if (typed === meant) return true;
  if (Math.abs(typed.length - meant.length) > 1) return false;
  let start = 0;
  while (start < typed.length && typed[start] === meant[start]) start += 1;
  let [endTyped, endMeant] = [typed.length, meant.length];
  while (endTyped > start && endMeant > start && typed[endTyped - 1] === meant[endMeant - 1]) {
    endTyped -= 1;
    endMeant -= 1;
  }
  const [left, right] = [endTyped - start, endMeant - start];
  if (left <= 1 && right <= 1) return true;
  return left === 2 && right === 2 && typed[start] === meant[start + 1] && typed[start + 1] === meant[start];
}
