import { tryRun } from '../run';
import { namespace } from './kubectl';

const questions = [
  ['get', 'pods', '--output=wide'],
  ['get', 'events', '--field-selector=type=Warning', '--sort-by=.lastTimestamp'],
  [
    'logs',
    '--selector=app.kubernetes.io/part-of=orders',
    '--all-containers',
    '--prefix',
    '--ignore-errors',
    '--tail=8',
  ],
];

/** How the pods are, what the cluster complains about and what they last said. */
export async function logs(): Promise<string> {
  const answers = await Promise.all(
    questions.map((question) => tryRun('kubectl', [`--namespace=${namespace}`, ...question], { seconds: 60 })),
  );
  return answers.map(({ stdout }) => stdout.split('\n').slice(-100).join('\n')).join('\n');
}
