import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { readDefinition, type Finding } from '../../core/templates/check';
import type { TemplateDefinition } from '../../core/templates/definition';
import { fromMetaTemplate } from '../../core/templates/from-meta-template';
import { findFiles, type Unread } from './find-files';
import { faultIn } from './json-place';

/** One file and what is in it: `definition` is left out where the findings say that it is none. */
export interface ReadTemplate {
	file: string;
	definition?: TemplateDefinition;
	findings: Finding[];
}

/** Finds and reads all files that are meant. */
export async function readTemplates(
	wanted: readonly string[],
	folder: string,
): Promise<{ templates: ReadTemplate[]; unread: Unread[] }> {
	const { files, unread } = await findFiles(wanted, folder);
	const templates: ReadTemplate[] = [];
	for (const file of files) {
		const read = await readTemplate(file, folder);
		if ('reason' in read) unread.push(read);
		else templates.push(read);
	}
	return { templates, unread };
}

async function readTemplate(file: string, folder: string): Promise<ReadTemplate | Unread> {
	try {
		const bytes = await readFile(path.resolve(folder, file));
		const json = parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
		return { file, ...definitionIn(json) };
	} catch (error) {
		return { file, reason: reasonOf(error as NodeJS.ErrnoException) };
	}
}

/** Also a template as Meta lists it: it has its components where a definition has words. */
function definitionIn(json: unknown): Omit<ReadTemplate, 'file'> {
	const isMeta = typeof json === 'object' && json !== null && 'components' in json;
	const definition = isMeta ? fromMetaTemplate(json) : undefined;
	return definition ? { definition, findings: [] } : readDefinition(json);
}

class BrokenJson extends Error {}

/** The decoder has taken the byte order mark away; line ends of Windows are white space in JSON. */
function parse(text: string): unknown {
	if (text.trim() === '') throw new BrokenJson('The file is empty.');
	try {
		return JSON.parse(text);
	} catch (error) {
		const fault = faultIn(text);
		const where = fault
			? `Line ${fault.line}, column ${fault.column}: ${fault.what}`
			: (error as Error).message;
		throw new BrokenJson(`This is no JSON. ${where}.`);
	}
}

function reasonOf(error: NodeJS.ErrnoException): string {
	if (error instanceof BrokenJson) return error.message;
	if (error.code === 'ERR_ENCODING_INVALID_ENCODED_DATA') {
		return 'This is no text in UTF-8. Save it with that encoding.';
	}
	if (error.code === 'EACCES') return 'You may not read this file.';
	return error.message;
}
