/** Write a whole number with commas between thousands, the same on every machine: `12,345`. */
export function count(number: number): string {
  return String(number).replace(/\B(?=(?:\d{3})+$)/g, ',');
}

/** Write a number with one digit behind the point. */
export function decimal(number: number): string {
  const [whole = '', rest = ''] = number.toFixed(1).split('.');
  return `${count(Number(whole))}.${rest}`;
}

/** Write how many there are of something, with the word in its number: `1 document`, `2 documents`. */
export function counted(number: number, one: string, several = `${one}s`): string {
  return `${count(number)} ${number === 1 ? one : several}`;
}

/** Say in words how many more rows there are than are shown; undefined where all are. */
export function moreThan(total: number, shown: number): string | undefined {
  return total > shown ? `and ${count(total - shown)} more` : undefined;
}
