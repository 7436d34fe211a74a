/**
 * A text in which a kubelet puts the values of variables for `$(NAME)`, and one `$` for `$$`. It breaks a letter beyond
 * ASCII that follows a single `$`: behind `$$` it stays whole.
 */
export function unbroken(text: string): string {
  return text.replace(/(?<!\$)((?:\$\$)*)\$(?=\P{ASCII})/gu, '$1$$$$');
}
