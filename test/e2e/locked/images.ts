import { pushed, pushedForTwo, registry } from '../registry';

/** The repositories of the project's images. */
export const images = `${registry}/tandem-e2e/locked`;

/** An API and a job: one as every registry has them, and one whose tag leads to an index of two platforms. */
export const [api, load] = [`${images}/api:1`, `${images}/load:1`] as const;

/** Whoever asks the one or runs the other sees by the word which push it was. */
export async function pushedSaying(word: string): Promise<void> {
  await pushed(api, `FROM busybox:1.37\nRUN mkdir /www && echo ${word} | tee /www/health > /www/ready\n${serve}`);
  await pushedForTwo(load, `FROM busybox:1.37\nCMD ["echo", "${word}"]\n`);
}

const serve = 'CMD ["httpd", "-f", "-p", "8000", "-h", "/www"]\n';
