import { programsOf } from '../../lib/doctor/shell-programs';

test.each<[string, readonly string[], readonly string[]]>([
  ['a program', ['mongosh', '--eval', '1'], ['mongosh']],
  ['nothing', [], []],
  ['a script file of a shell', ['bash', '/scripts/ready.sh'], ['bash']],
  ['a script of a shell', ['sh', '-c', 'pg_isready -U app'], ['sh', 'pg_isready']],
  [
    'steps',
    ['sh', '-c', 'mkdir -p a && chgrp 1 a; chmod g+w a || rm a | tee b\ntouch c'],
    ['sh', 'mkdir', 'chgrp', 'chmod', 'rm', 'tee', 'touch'],
  ],
  ['variables before a program', ['/bin/sh', '-c', 'http_proxy= A="b c" wget -q x'], ['/bin/sh', 'wget']],
  ['what is in quotes', ['sh', '-c', 'echo \'a; b\' "c && d" | grep e'], ['sh', 'grep']],
  ['what the shell itself does', ['sh', '-c', 'if [ -f a ]; then exit 0; else exec serve; fi'], ['sh', 'serve']],
  ['a program in a substitution', ['sh', '-c', 'test $(wc -l < a) -gt 1'], ['sh', 'wc']],
  [
    'words behind a substitution',
    ['sh', '-c', 'say $(date) hello `whoami` there && (cd a) && go'],
    ['sh', 'say', 'date', 'go'],
  ],
  ['a variable as a program', ['sh', '-c', '$$SERVER --port 1; "$$TOOL"'], ['sh']],
  ['a program behind a time limit', ['timeout', '2', 'bash', '-c', ': < /dev/tcp/x/1'], ['timeout', 'bash']],
  ['one behind a time limit in a script', ['sh', '-c', 'timeout 2 curl -f x'], ['sh', 'timeout', 'curl']],
  ['a comment', ['sh', '-c', 'run # and curl\n'], ['sh', 'run']],
  ['an output that goes where another does', ['sh', '-c', 'a >&2; b 2>&1 &>c | d'], ['sh', 'a', 'b', 'd']],
  ['no script behind -c', ['sh', '-c'], ['sh']],
])('%s', (_, command, programs) => {
  expect(programsOf(command)).toEqual(programs);
});
