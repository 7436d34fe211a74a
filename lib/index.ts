export { allowDifference } from './allow-difference';
export { allowSecret } from './allow-secret';
export { TandemApp, type TandemAppProps, tandem } from './app';
export { SynthesisError } from './checks/refuse';
export { Egress } from './connections/egress';
export type { Env, EnvValue, EnvValueLike } from './connections/env';
export { type LabelRequirement, type LabelSelector, type Labels, Peer } from './connections/peer';
export type { PolicyPort, PortOf } from './connections/policy-port';
export { existing, type Reference, type SecretPiece } from './connections/reference';
export type { Server, WorkloadPolicy } from './connections/workload-policy';
export type { Autoscaling, ScalingBehavior, ScalingPolicy, ScalingRules } from './constructs/data-api/autoscaling';
export { DataApi } from './constructs/data-api/data-api';
export type { DataApiProps } from './constructs/data-api/props';
export type { DeploymentStrategy } from './constructs/data-api/rollout';
export type { Lifecycle, LifecycleHandler } from './constructs/data-api/shutdown';
export type { DisruptionBudget } from './constructs/disruption-budget';
export type { Checkpoint } from './constructs/etl/checkpoint';
export { EtlCronJob, type EtlCronJobProps } from './constructs/etl/etl-cron-job';
export { EtlJob, type EtlJobProps } from './constructs/etl/etl-job';
export type { PodFailurePolicy } from './constructs/etl/failure';
export {
  ExternalSecret,
  type ExternalSecretProps,
  type RemoteRef,
  type SecretStoreRef,
} from './constructs/external-secret';
export type { FileProps, SecretFiles } from './constructs/file-props';
export type { GatewayRef, HttpRouteProps } from './constructs/http-route-props';
export type { IngressProps } from './constructs/ingress-props';
export { local } from './constructs/local';
export type { MetricsProps } from './constructs/metrics-props';
export type { MongoLocalOptions } from './constructs/mongo-local-options';
export { SealedSecret, type SealedSecretProps } from './constructs/sealed-secret';
export { StatefulMongo } from './constructs/stateful-mongo';
export type { StatefulMongoProps } from './constructs/stateful-mongo-props';
export type { WorkloadName } from './local/given-local';
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
export { type Config, ConfigFile } from './pods/config';
export type { IntOrString } from './pods/int-or-string';
export type { MergePatch } from './pods/merge-patch';
export type { PodProps } from './pods/pod-props';
export type { Probe } from './pods/probe';
export type {
  ContainerResources,
  CpuQuantity,
  CpuResources,
  EphemeralStorageResources,
  MemoryResources,
  SizeQuantity,
} from './pods/resources';
export type { Spread } from './pods/spread';
