import { checkTemplate } from '../check';
import type { TemplateDefinition } from '../definition';
import { previewHtml, previewText } from '../preview';
import type { AccountTemplate } from './account-template';
import { titleOf } from './describe-template';
import { futureAccount } from './future-account';
import type { Wanted } from './apply-templates';
import type { TemplateInput } from './run';
import { unreadable, type Told } from './told';

/**
 * Check: what Meta would refuse in each definition, with the others of the run beside it.
 *
 * @param present the templates the account has already
 */
export function checkDefinitions(
	wanted: readonly Wanted[],
	tell: (index: number, told: Told) => void,
	present: readonly AccountTemplate[] = [],
): void {
	const future = futureAccount(present, definitionsOf(wanted));
	for (const { index, read } of wanted) {
		if ('problem' in read) {
			tell(index, unreadable(read));
			continue;
		}
		const { definition } = read;
		const others = future.filter((other) => other !== definition);
		const findings = [...read.findings, ...checkTemplate(definition, { others })];
		tell(index, { ...checked(definition, findings), ...about(definition), findings, definition });
	}
}

function checked(
	definition: TemplateDefinition,
	findings: ReturnType<typeof checkTemplate>,
): Pick<Told, 'outcome' | 'message' | 'whatToDo'> {
	const errors = findings.filter(({ severity }) => severity === 'error');
	const [first = findings[0]] = errors;
	const title = titleOf(definition);
	if (!first) return { outcome: 'ok', message: `${title} breaks no known rule` };
	const { message: what, place, whatToDo } = first;
	const more = findings.length > 1 ? `, and ${findings.length - 1} more` : '';
	return errors.length > 0
		? { outcome: 'problems', message: `${title}: ${what} (${place})${more}`, whatToDo }
		: { outcome: 'ok', message: `${title} can be submitted. ${what} (${place})${more}`, whatToDo };
}

/** Preview: a picture and the plain text of each definition. */
export function previewDefinitions(
	wanted: readonly Wanted[],
	valuesOf: (index: number) => TemplateInput['values'],
	tell: (index: number, told: Told) => void,
): void {
	for (const { index, read } of wanted) {
		if ('problem' in read) {
			tell(index, unreadable(read));
			continue;
		}
		const { definition } = read;
		const values = valuesOf(index);
		const options = values ? { values } : {};
		tell(index, {
			outcome: 'ok',
			...about(definition),
			message: `${titleOf(definition)} as the phone shows it`,
			text: previewText(definition, options),
			html: previewHtml(definition, options),
			definition,
		});
	}
}

const definitionsOf = (wanted: readonly Wanted[]): TemplateDefinition[] =>
	wanted.flatMap(({ read }) => ('definition' in read ? [read.definition] : []));

const about = ({ name, language, category }: TemplateDefinition) => ({ name, language, category });
