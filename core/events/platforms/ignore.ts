import type { IgnoredReason, PlatformReading } from './platform';

/** A report that is nothing to tell anybody about. */
export const ignore = (reason: IgnoredReason, message: string): PlatformReading => ({
	notices: [],
	ignored: [{ reason, message }],
});
