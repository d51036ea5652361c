import { accountKey } from '../../../core/account/account';
import { chooseTemplate } from '../../../core/templates/choose-template';
import { templateSource } from '../../../core/templates/read-templates';
import { parseTemplateKey } from '../../../core/templates/template';
import { templateCache, type AccountNode } from '../account-node';
import { NodeFailure } from '../node-failure';

const TIMEOUT_MS = 30_000;

/**
 * The category of a template, which decides what its messages cost.
 *
 * @param key `name` or `name:language`; nothing where the entries say their category
 * @throws {NodeFailure} where the account has no such template
 */
export async function templateCategory(
	{ account, transport }: AccountNode,
	key: unknown,
): Promise<string | undefined> {
	const text = typeof key === 'string' ? key.trim() : '';
	if (text === '') return undefined;
	const { name, language } = parseTemplateKey(text);
	const source = templateSource(account, transport(), TIMEOUT_MS);
	const translations = await templateCache.translations(accountKey(account), source, name);
	const choice = chooseTemplate(name, translations, language);
	const template = choice.ok ? choice.template : translations[0];
	if (template) return template.category;
	const { message, whatToDo } = choice as Extract<typeof choice, { ok: false }>;
	throw new NodeFailure(`${message}. ${whatToDo}`, 'template_unknown');
}
