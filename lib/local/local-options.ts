/** What only a laptop needs of a workload. None of it reaches a manifest. */
export interface LocalOptions {
  /**
   * Folder with a Dockerfile, relative to the folder of `cdk8s.yaml`: Compose builds the image from it.
   *
   * @default - the image is pulled
   */
  readonly build?: string;
  /**
   * Port of this machine's loopback address that leads to the workload's port. `${API_PORT}` in the environment or
   * in `.env` (the service's name in capitals) takes its place without an edit.
   *
   * @default - not published
   */
  readonly publish?: number;
  /**
   * How to ask the workload's HTTP or TCP probe from inside its container, as Compose must: with a program that the
   * image holds. `none` leaves the service without a health check: whoever depends on it then waits for its start only.
   *
   * @default - an exec probe is asked as it is; an HTTP or TCP probe not at all
   */
  readonly healthCheck?: HealthCheckTool;
}

export type HealthCheckTool = 'python' | 'curl' | 'wget' | 'node' | 'bash' | 'none';

export const healthCheckTools: readonly HealthCheckTool[] = ['python', 'curl', 'wget', 'node', 'bash', 'none'];
