import { env } from './env';
import type { Family } from './family';
import { images } from './images';
import { ingresses } from './ingresses';
import { jobs } from './jobs';
import { labels } from './labels';
import { names } from './names';
import { others } from './others';
import { patches } from './patches';
import { paths } from './paths';
import { peers } from './peers';
import { ports } from './ports';
import { probes } from './probes';
import { quantities } from './quantities';
import { scaling } from './scaling';
import { schedules } from './schedules';
import { secrets } from './secrets';
import { texts } from './texts';
import { timeZones } from './time-zones';
import { volumes } from './volumes';

export const families: Readonly<Record<string, Family>> = {
  names,
  labels,
  images,
  quantities,
  ports,
  schedules,
  'time zones': timeZones,
  env,
  texts,
  paths,
  probes,
  secrets,
  volumes,
  peers,
  patches,
  jobs,
  scaling,
  ingresses,
  'objects of others': others,
};
