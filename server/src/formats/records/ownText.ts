/** Copy a text: as a slice it would keep that of the whole file, at two bytes a character where one of them is not Latin. */
export function ownText(slice: string): string {
  const copy: unknown = JSON.parse(JSON.stringify(slice));
  return typeof copy === 'string' ? copy : slice;
}
