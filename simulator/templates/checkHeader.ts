import { asArray } from '../json.ts';
import type { Upload } from '../storage/uploadStore.ts';
import { variablesOf, type TemplateComponent } from '../template.ts';
import { badHandle, plainRefusal, refusal } from './refusal.ts';
import { checkVariables } from './variables.ts';

/** Finds the uploaded file of a handle. */
export type FindUpload = (handle: string) => Upload | undefined;

/** Longest text of a header. Source: Meta, reference §2. */
const LONGEST = 60;

/** Which uploads may be the sample of which header. */
const MEDIA: Readonly<Record<string, RegExp>> = {
	IMAGE: /^image\/(jpe?g|png)$/,
	VIDEO: /^video\/mp4$/,
	GIF: /^video\/mp4$/,
	DOCUMENT: /^application\/pdf$/,
};

/**
 * Checks a header of a new template.
 *
 * @throws {GraphError} for its format, its text, its variable, its sample
 */
export function checkHeader(
	header: TemplateComponent,
	context: { category: string; format: string; findUpload: FindUpload },
): void {
	const format = String(header.format ?? '').toUpperCase();
	if (format === 'TEXT') {
		checkText(header, context.format);
	} else if (format === 'LOCATION') {
		if (!['MARKETING', 'UTILITY'].includes(context.category)) {
			throw plainRefusal('Location headers are for marketing and utility templates only.');
		}
	} else if (format in MEDIA) {
		checkMedia(header, format, context.findUpload);
	} else if (format !== 'PRODUCT') {
		throw plainRefusal(
			`The header format must be one of TEXT, ${Object.keys(MEDIA).join(', ')}, LOCATION.`,
		);
	}
}

function checkText(header: TemplateComponent, format: string): void {
	const text = typeof header.text === 'string' ? header.text : '';
	if (text.trim() === '') {
		throw refusal('missing', 'component of type HEADER is missing expected field(s) (text)');
	}
	if ([...text].length > LONGEST) {
		throw refusal('length', `The message header can't be longer than ${LONGEST} characters.`);
	}
	if (/[\n\r*~`]|\p{Extended_Pictographic}/u.test(text) || /(^|\s)_.*_(\s|$)/.test(text)) {
		throw refusal(
			'header',
			"The message header can't have newlines, formatting characters, emojis or asterisks.",
		);
	}
	if (variablesOf(text).length > 1) {
		throw refusal('header', 'The message header can have one variable only.');
	}
	checkVariables(text, header, { type: 'HEADER', reason: 'header', format });
}

function checkMedia(header: TemplateComponent, format: string, findUpload: FindUpload): void {
	const [handle] = asArray(header.example?.['header_handle']);
	if (typeof handle !== 'string' || handle === '') {
		throw refusal('missing', 'component of type HEADER is missing expected field(s) (example)');
	}
	// The samples that came with the simulator, named by their file.
	if (handle.startsWith('sim:')) return;
	const upload = findUpload(handle);
	if (upload === undefined) {
		throw badHandle(
			'Uploaded media handle is invalid. You can use the Resumable Upload API to generate one.',
		);
	}
	if (MEDIA[format]?.test(upload.fileType) !== true) {
		throw badHandle(`A file of type ${upload.fileType} can't be the sample of a header ${format}.`);
	}
}
