import type { Fault } from '../control/settings.ts';

/**
 * Takes the first fault that fits a request and counts it down; a used-up one leaves the list.
 *
 * @param path the whole path, with its version
 */
export function takeFault(faults: Fault[], method: string, path: string): Fault | undefined {
	const index = faults.findIndex(
		(fault) =>
			path.includes(fault.path) &&
			(fault.method === undefined || fault.method.toUpperCase() === method) &&
			(fault.times === undefined || fault.times > 0),
	);
	const fault = faults[index];
	if (fault?.times !== undefined) {
		fault.times -= 1;
		if (fault.times <= 0) faults.splice(index, 1);
	}
	return fault;
}
