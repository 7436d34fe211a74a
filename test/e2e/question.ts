import { composePlatform } from './compose/compose';
import { kubernetesPlatform } from './kubernetes/kubernetes';
import type { Platform } from './platform';
import { type PriceSource, priceSource } from './price-source';
import { newProject, type Project } from './project';
import type { TargetName } from './selected';

/** What a question is about. */
export interface Subject {
  readonly platform: Platform;
  readonly project: Project;
  readonly prices: PriceSource;
}

type Ask = (subject: Subject) => Promise<void>;

/** Declares a test about the example platform. */
export type Question = (title: string, ask: Ask) => void;

const platformOn: Readonly<Record<TargetName, (project: Project) => Platform>> = {
  compose: composePlatform,
  kubernetes: kubernetesPlatform,
};

/** The questions share one platform: it starts before the first, and whatever becomes of them, nothing of it remains. */
export function questionsAbout(target: TargetName): Question {
  let subject: Subject;
  let started = false;
  beforeAll(async () => {
    subject = await subjectOn(target);
  });
  afterAll(() => remove(subject));
  test('it starts, without a warning or a rejection', async () => {
    const complaints = await withLogs(subject, () => subject.platform.start());
    started = true;
    expect(complaints).toEqual([]);
  });
  return (title, ask) =>
    test(title, async () => {
      if (!started) throw new Error('not asked: the platform did not start');
      await withLogs(subject, () => ask(subject));
    });
}

async function subjectOn(target: TargetName): Promise<Subject> {
  const prices = await priceSource();
  const project = newProject(prices);
  return { prices, project, platform: platformOn[target](project) };
}

async function remove({ platform, project, prices }: Subject): Promise<void> {
  try {
    await platform.sweep();
  } finally {
    project.remove();
    prices.close();
  }
}

async function withLogs<T>({ platform }: Subject, ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    process.stderr.write(`${await platform.logs()}\n`);
    throw error;
  }
}
