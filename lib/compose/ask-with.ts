import type { HealthCheckTool } from '../local/local-options';
import type { Header, Question } from '../workloads/probe';

type Http = Extract<Question, { by: 'http' }>;

type Ask = (question: Question, timeout: number) => readonly string[] | undefined;

/**
 * By the container's own host name, as a kubelet asks the pod's address: a server that listens on loopback alone is
 * as unhealthy here as it is there. Like a kubelet they ask no proxy, trust any certificate, and are content with a
 * redirect; wget alone follows it. grpc_health_probe comes without a shell that would know the name: it asks loopback.
 */
export const askWith: Readonly<Record<Exclude<HealthCheckTool, 'none'>, Ask>> = {
  python: (question, timeout) => {
    const limit = `timeout=${timeout}`;
    if (question.by === 'http') return python(pythonHttp(question, limit));
    return question.by === 'tcp'
      ? python(
          `from socket import *; create_connection((${hostOr('gethostname()', question)}, ${question.port}), ${limit})`,
        )
      : undefined;
  },
  node: (question, timeout) => {
    if (question.by === 'http') return node(nodeHttp(question), timeout);
    return question.by === 'tcp'
      ? node(`net.connect(${question.port}, ${hostOr('os.hostname()', question)}, () => exit(true))`, timeout)
      : undefined;
  },
  curl: (question, timeout) =>
    shell(
      question,
      `curl -fgksS --noproxy '*' -m ${timeout} -o /dev/null`,
      ({ name, value }) => `-H ${shellWord(value === '' ? `${name};` : `${name}: ${value}`)}`,
    ),
  wget: (question, timeout) =>
    shell(
      question,
      `http_proxy= https_proxy= wget -q -t 1 -T ${timeout} --no-check-certificate -O /dev/null`,
      ({ name, value }) => `--header ${shellWord(`${name}: ${value}`)}`,
    ),
  bash: (question, timeout) =>
    question.by === 'tcp'
      ? ['CMD', 'timeout', String(timeout), 'bash', '-c', `: < "/dev/tcp/${shellHost(question)}/${question.port}"`]
      : undefined,
  grpc_health_probe: (question, timeout) =>
    question.by === 'grpc'
      ? [
          'CMD',
          'grpc_health_probe',
          `-addr=:${question.port}`,
          `-connect-timeout=${timeout}s`,
          `-rpc-timeout=${timeout}s`,
          ...(question.service ? [`-service=${question.service}`] : []),
        ]
      : undefined,
};

function python(program: string): readonly string[] {
  return ['CMD', 'python', '-c', program];
}

function pythonHttp(question: Http, limit: string): string {
  const { scheme, port, path, headers } = question;
  const [modules, connection, context] =
    scheme === 'https'
      ? ['http.client, socket, ssl', 'HTTPSConnection', ', context=ssl._create_unverified_context()']
      : ['http.client, socket', 'HTTPConnection', ''];
  const server = `http.client.${connection}(${hostOr('socket.gethostname()', question)}, ${port}, ${limit}${context})`;
  const more = headers.length > 0 ? `, headers={${pairsOf(headers)}}` : '';
  return `import ${modules}; c = ${server}; c.request('GET', '${quotable(path)}'${more}); r = c.getresponse(); print(r.status, r.reason); exit(r.status > 399)`;
}

function node(program: string, timeout: number): readonly string[] {
  const exit = 'const exit = (ok) => process.exit(ok ? 0 : 1)';
  const otherwise = `process.on('uncaughtException', () => exit(false)); setTimeout(exit, ${timeout * 1000})`;
  return ['CMD', 'node', '-e', `${exit}; ${otherwise}; ${program}`];
}

function nodeHttp(question: Http): string {
  const { scheme, port, path, headers } = question;
  const trust = scheme === 'https' ? ', rejectUnauthorized: false' : '';
  const more = headers.length > 0 ? `, headers: { ${pairsOf(headers)} }` : '';
  const options = `{ host: ${hostOr('os.hostname()', question)}, port: ${port}, path: '${quotable(path)}'${trust}${more} }`;
  return `${scheme}.get(${options}, (r) => exit(r.statusCode < 400))`;
}

function shell(question: Question, command: string, option: (header: Header) => string): readonly string[] | undefined {
  if (question.by !== 'http') return undefined;
  const { scheme, port, path, headers } = question;
  const url = `"${scheme}://${shellHost(question)}:${port}${quotable(path)}"`;
  return ['CMD-SHELL', [command, ...headers.map(option), url].join(' ')];
}

type Place = { readonly host?: string };

/** In the words of Python and of JavaScript. */
function hostOr(own: string, { host }: Place): string {
  return host === undefined ? own : literal(host);
}

function shellHost({ host }: Place): string {
  if (host === undefined) return '$HOSTNAME';
  return escaped(host.includes(':') ? `[${host}]` : host);
}

function pairsOf(headers: readonly Header[]): string {
  return headers.map(({ name, value }) => `${literal(name)}: ${literal(value)}`).join(', ');
}

/** The same text to Python and to JavaScript. */
function literal(text: string): string {
  const code = (character: string) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return `'${text.replace(/[\\']/g, '\\$&').replace(/[^ -~]/g, code)}'`;
}

function shellWord(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

/** Nothing in a path can end the quotes around it, or is not of a URL. */
function quotable(path: string): string {
  return escaped(path.startsWith('/') ? path : `/${path}`);
}

function escaped(text: string): string {
  const code = (character: string) => `%${character.charCodeAt(0).toString(16).padStart(2, '0')}`;
  return text.replace(/[^!-~]+/gu, encodeURIComponent).replace(/["'`$\\]/g, code);
}
