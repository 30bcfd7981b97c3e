/** How a digest goes beyond whoever looks into its channel, on a platform that can. */
export interface Reach {
  /** The platform's id of a role that each digest pings. */
  pings?: string | undefined;
  /** Whether it is passed on to the channels that follow this one. */
  isPublished?: boolean | undefined;
}
