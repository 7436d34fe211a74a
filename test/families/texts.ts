import fc from 'fast-check';
import { kubernetesExpands } from '../workloads/expansion';
import { expanded, unfit, value } from './env';
import type { Family, Right, Wrong } from './family';
import { noText } from './strangers';

const kind = fc.constantFrom('api' as const, 'cron' as const, 'job' as const);
const program = fc.oneof(value, fc.constantFrom('sh', '$(A)', 'no')).filter((text) => text !== '');
const command = fc.tuple(program, fc.array(value, { maxLength: 4 })).map(([first, rest]) => [first, ...rest]);

const wrongWord = fc.oneof(unfit, fc.constantFrom<unknown>(undefined, 'a'.repeat(131_073)), noText);

/** Words of a process, and a text that makes pods anew. */
export const texts: Family = {
  right: fc.oneof(
    fc.tuple(kind, command).map(
      ([kind, command]): Right => ({
        kind,
        props: { command },
        kept({ container, service }) {
          const words = command.map((word) => expanded(word));
          expect((container.command as readonly string[]).map((word) => kubernetesExpands(word, new Map()))).toEqual(
            words,
          );
          expect([service.entrypoint, service.command].flat().filter((word) => word !== undefined)).toEqual(words);
        },
      }),
    ),
    fc.tuple(kind, value).map(
      ([kind, restartToken]): Right => ({
        kind,
        props: { restartToken },
        kept: ({ pod }) =>
          expect(pod.metadata.annotations).toMatchObject({ 'cdk8s-tandem/restart-token': restartToken }),
      }),
    ),
  ),
  wrong: fc.oneof(
    fc.tuple(kind, command, wrongWord, fc.nat()).map(([kind, words, wrong, at]): Wrong => {
      const place = at % words.length;
      return {
        kind,
        props: { command: words.map((word, index) => (index === place ? wrong : word)) },
        prop: `command[${place}]`,
      };
    }),
    fc
      .tuple(kind, fc.constantFrom<unknown>('sh -c', null, {}, 1, new Set(['a']), { 0: 'a', length: 1 }))
      .map(([kind, command]): Wrong => ({ kind, props: { command }, prop: 'command' })),
    kind.map(
      (kind): Wrong => ({
        kind,
        props: { command: ['app', '--password=Tr0ub4dor'] },
        prop: 'command[1]',
        secret: 'Tr0ub4dor',
      }),
    ),
    fc
      .tuple(
        kind,
        wrongWord.filter((word) => word !== undefined),
      )
      .map(([kind, restartToken]): Wrong => ({ kind, props: { restartToken }, prop: 'restartToken' })),
  ),
  near: fc
    .tuple(kind, fc.array(fc.string({ unit: 'binary', maxLength: 8 }), { maxLength: 3 }))
    .map(([kind, command]) => ({ kind, props: { command } })),
};
