import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { templatePage } from './template-list';

/** Approved templates by name, with the languages they exist in: each recipient gets their own. */
export async function searchTemplateNames(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const wanted = { search: filter, status: 'APPROVED' };
	const { templates, after } = await templatePage(this, wanted, paginationToken);
	const names = [...new Set(templates.map(({ name }) => name))];
	return {
		results: names.map((value) => {
			const translations = templates.filter(({ name }) => name === value);
			const languages = translations.map(({ language }) => language).join(', ');
			const category = translations[0]?.category.toLowerCase() ?? '';
			return { name: `${value} · ${languages} · ${category}`, value };
		}),
		...(after ? { paginationToken: after } : {}),
	};
}
