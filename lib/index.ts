export { allowDifference } from './allow-difference';
export { allowSecret } from './allow-secret';
export { TandemApp, type TandemAppProps, tandem } from './app';
export { Egress } from './connections/egress';
export type { Env, EnvValue, EnvValueLike } from './connections/env';
export { Peer } from './connections/peer';
export { existing, type Reference, type SecretPiece } from './connections/reference';
export type { Server, WorkloadPolicy } from './connections/workload-policy';
export { DataApi } from './constructs/data-api/data-api';
export type { DataApiProps } from './constructs/data-api/props';
export { EtlCronJob, type EtlCronJobProps } from './constructs/etl-cron-job';
export type { MongoLocalOptions } from './constructs/mongo-local-options';
export { StatefulMongo, type StatefulMongoProps } from './constructs/stateful-mongo';
export { local, type WorkloadName } from './local/local';
export type {
  Build,
  ContainerOptions,
  HealthCheckCommand,
  HealthCheckTool,
  LocalOptions,
  Platform,
  PublishedPort,
  SourceMount,
} from './local/local-options';
export type { TandemOptions } from './options';
export type { MergePatch } from './pods/merge-patch';
export type { PodProps } from './pods/pod-props';
export type { ContainerResources, CpuQuantity, CpuResources, MemoryResources, SizeQuantity } from './pods/resources';
export { SynthesisError } from './problems';
