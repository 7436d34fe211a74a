/**
 * Kubernetes' own expansion of `$(NAME)`, byte for byte as its loop goes: kept beside ours as a judge. See
 * https://github.com/kubernetes/kubernetes/blob/master/third_party/forked/golang/expansion/expand.go.
 */
export function kubernetesExpands(text: string, variables: ReadonlyMap<string, string>): string {
  const input = bytes(text);
  let result = '';
  let done = 0;
  for (let at = 0; at < input.length; at++) {
    if (input[at] !== '$' || at + 1 >= input.length) continue;
    result += input.slice(done, at);
    const { read, isVariable, length } = tryRead(input.slice(at + 1));
    result += isVariable ? valueNamed(read, variables) : read;
    at += length;
    done = at + 1;
  }
  return Buffer.from(result + input.slice(done), 'latin1').toString('utf8');
}

/** One character for each byte. */
function bytes(text: string): string {
  return Buffer.from(text, 'utf8').toString('latin1');
}

function valueNamed(name: string, variables: ReadonlyMap<string, string>): string {
  const value = variables.get(Buffer.from(name, 'latin1').toString('utf8'));
  return value === undefined ? `$(${name})` : bytes(value);
}

function tryRead(input: string): { read: string; isVariable: boolean; length: number } {
  if (input[0] === '$') return { read: '$', isVariable: false, length: 1 };
  if (input[0] !== '(') return { read: `$${bytes(input.slice(0, 1))}`, isVariable: false, length: 1 };
  const close = input.indexOf(')', 1);
  if (close < 0) return { read: '$(', isVariable: false, length: 1 };
  return { read: input.slice(1, close), isVariable: true, length: close + 1 };
}
