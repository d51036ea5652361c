import type { Finding } from '../../core/templates/check';
import type { Unread } from './find-files';
import type { ReadTemplate } from './read-file';

/** What `--json` prints; described in README.md, and only ever added to. */
export interface Report {
	/** Files that were read. */
	checked: number;
	/** Errors and warnings together. */
	problems: number;
	errors: number;
	warnings: number;
	files: Array<{
		file: string;
		/** Left out where the file has none. */
		name?: string;
		language?: string;
		findings: Finding[];
	}>;
	unread: Unread[];
}

export function reportOf(templates: ReadTemplate[], unread: Unread[]): Report {
	const findings = templates.flatMap((template) => template.findings);
	const errors = findings.filter(({ severity }) => severity === 'error').length;
	return {
		checked: templates.length,
		problems: findings.length,
		errors,
		warnings: findings.length - errors,
		files: templates.map((template) => ({
			file: template.file,
			...(template.definition && {
				name: template.definition.name,
				language: template.definition.language,
			}),
			findings: template.findings,
		})),
		unread,
	};
}
