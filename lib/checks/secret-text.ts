/** What kind of secret a text holds, by the shapes that are well known; undefined where it seems to hold none. */
export function secretIn(text: string): string | undefined {
  if (text.length < shortest && !separator.test(text)) return undefined;
  return shapes.find(([, shape]) => shape.test(text))?.[0];
}

export function holdsSecret(text: string): boolean {
  return secretIn(text) !== undefined;
}

/** Whether a variable of this name holds a secret: `DB_PASSWORD` does, `TOKEN_URL` and `MAX_TOKENS` tell about one. */
export function isSecretName(name: string): boolean {
  return secretWords.test(name) && !aboutSecrets.test(name);
}

const secretWords =
  /passw(?:or)?d|passphrase|(?:^|[_-])pass$|pwd$|secret|token(?!s\b|s_|iz)|api[-_]?key|access[-_]?key|private[-_]?key|credential/i;

const aboutSecrets =
  /[a-z][-_]?(?:name|url|uri|host|file|path|dir|ttl|length|count|limit|issuer|audience|type|header|algorithm|expiry|policy|seconds|minutes|hours|days|enabled)$/i;

/** What is shorter than any token holds a secret only behind a sign: an app has a hundred thousand short texts. */
const shortest = 13;
const separator = /[=@]/;

/** Each is bounded, so that none takes long on a long text. `$(NAME)` in place of a password is none. */
const shapes: readonly (readonly [kind: string, shape: RegExp])[] = [
  ['a URL with a password', /:\/\/[^\s/?#@:]{0,256}:(?!\$\(\w+\)@)[^\s/?#@]{1,256}@/],
  ['a URL with credentials', /https?:\/\/[^\s/?#@]{1,256}@/i],
  [
    'a password in a connection string',
    /(?:^|[?&;\s]|--)(?:password|passwd|pwd|(?:access_|auth_)?token|api_?key|(?:client_)?secret|accountkey|sharedaccesskey|sig)=[^&;\s$/]/i,
  ],
  ['a key of AWS', /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/],
  ['a token of GitHub', /\b(?:gh[opsur]_[A-Za-z0-9]{20,255}|github_pat_\w{20,255})/],
  ['a token of GitLab', /\bglpat-[\w-]{20}/],
  ['a token of Slack', /\bxox[a-z]-[\w-]{8,255}/],
  ['a token of npm', /\bnpm_[A-Za-z0-9]{36}/],
  ['a key of Stripe', /\b[rs]k_(?:live|test)_[A-Za-z0-9]{10,255}/],
  ['a key of Google', /\bAIza[\w-]{35}/],
  ['a key of OpenAI or Anthropic', /\bsk-[\w-]{20,255}/],
  ['a key of SendGrid', /\bSG\.[\w-]{16,64}\.[\w-]{16,64}/],
  ['a token of Vault', /\bhvs\.[\w-]{20,255}/],
  ['a JSON Web Token', /\beyJ[\w-]{8,255}\.eyJ/],
  ['an authorization header', /\b(?:Basic|Bearer) [\w+/=.~-]{16,255}/],
  ['a private key', /-----BEGIN (?!CERTIFICATE|PUBLIC KEY)[A-Z0-9 ]{0,40}-----/],
];
