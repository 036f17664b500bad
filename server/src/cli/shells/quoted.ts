/** Write a text as one word of Bash and Zsh that means nothing but itself. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
