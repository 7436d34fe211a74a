import type { App } from 'cdk8s';
import { customResources } from './custom-resources';
import { fortyWorkloads } from './forty-workloads';
import { helmOutput, includedYaml } from './included-yaml';
import { kplusKinds } from './kplus-kinds';
import { laptopOptions } from './laptop-options';
import { lateMutations } from './late-mutations';
import { cacheWithSidecar } from './runnable/cache-with-sidecar';
import { corners } from './runnable/corners';
import { database } from './runnable/database';
import { filesAndSecrets } from './runnable/files-and-secrets';
import { guardedShop } from './runnable/guarded-shop';
import { hostileEnv } from './runnable/hostile-env';
import { neighbours } from './runnable/neighbours';
import { nightlyReport } from './runnable/nightly-report';
import { twoContainers } from './runnable/two-containers';
import { webAndService } from './runnable/web-and-service';
import { severalPods } from './several-pods';
import { twoNamespaces } from './two-namespaces';

/** An app as somebody who never heard of us writes it. */
export type Definition = (app: App) => void;

/** Those that run on the images which the end-to-end tests have, each in a namespace of its own. */
export const runnable: Readonly<Record<string, Definition>> = {
  cacheWithSidecar,
  corners,
  database,
  filesAndSecrets: (app) => filesAndSecrets(app),
  guardedShop,
  hostileEnv,
  neighbours,
  nightlyReport,
  twoContainers,
  webAndService,
};

/** All of them. */
export const zoo: Readonly<Record<string, Definition>> = {
  ...runnable,
  customResources,
  fortyWorkloads,
  helmOutput,
  includedYaml,
  kplusKinds,
  laptopOptions,
  lateMutations,
  severalPods,
  twoNamespaces,
};
