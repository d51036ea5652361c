import type { DefinitionButton } from '../definition';
import { when, type Check, type Found } from './finding';
import { inBraces, isBlank, lengthOf, linksIn } from './text';

const WHATSAPP = ['wa.me', 'whatsapp.com', 'wa.link'];
const SHORTENERS = [
	...['bit.ly', 'tinyurl.com', 'goo.gl', 't.co', 'is.gd', 'ow.ly', 'buff.ly', 'rebrand.ly'],
	...['cutt.ly', 'rb.gy', 't.ly', 'shorturl.at', 'tiny.cc', 'bl.ink', 'lnkd.in', 'x.gd'],
];

/** Links of buttons and in the body. Those of authentication templates are Meta's own. */
export const checkLinks: Check = ({ buttons = [], body = '', category }) =>
	category === 'AUTHENTICATION'
		? []
		: [
				...buttons.flatMap((button, at) =>
					button.type === 'url' ? checkUrl(button, `buttons[${at}]`) : [],
				),
				...linksIn(body).flatMap((link) => checkHost(link, 'body')),
			];

function checkUrl(
	{ url, sample, other }: Extract<DefinitionButton, { type: 'url' }>,
	place: string,
): Found[] {
	const variables = inBraces(url);
	const atEnd = /\{\{\s*1\s*\}\}$/.test(url);
	return [
		...when(
			!isWebAddress(url),
			'url-form',
			`${place}.url`,
			`“${url.slice(0, 80)}” is no web address`,
			'Write the whole address: https://tickets.example/t/{{1}}.',
		),
		...when(
			/^http:/i.test(url),
			'url-https',
			`${place}.url`,
			'The link is not encrypted',
			'Use https://.',
		),
		...when(
			lengthOf(url) > 2000,
			'url-length',
			`${place}.url`,
			`The link has ${lengthOf(url)} characters, 2000 are possible`,
			'Use a shorter address of your own site.',
		),
		...when(
			variables.length > 1 || (variables.length === 1 && !atEnd),
			'url-variable',
			`${place}.url`,
			'The variable of the link is not {{1}} at its end, or there is more than one',
			'Put one {{1}} at the end: https://tickets.example/t/{{1}}.',
		),
		...when(
			variables.length > 0 && isBlank(sample) && other?.example === undefined,
			'url-sample',
			`${place}.sample`,
			'The link has a variable and no sample',
			'Give the whole link as it would be: https://tickets.example/t/A1.',
		),
		...checkHost(url, `${place}.url`),
	];
}

function isWebAddress(url: string): boolean {
	const filled = url.replace(/\{\{[^{}]*\}\}/g, '1');
	const host = /^https?:\/\/([^\s/?#]+)/i.exec(filled)?.[1] ?? '';
	return host.slice(1, -1).includes('.') && !/[{}]/.test(host) && !/\s/.test(filled);
}

function checkHost(link: string, place: string): Found[] {
	const host = /^[a-z]+:\/\/([^/?#:]+)/i.exec(link)?.[1]?.toLowerCase() ?? '';
	const isOf = (domains: string[]) =>
		domains.some((domain) => host === domain || host.endsWith(`.${domain}`));
	return [
		...when(
			isOf(WHATSAPP),
			'link-whatsapp',
			place,
			'The link leads back to WhatsApp',
			'Use a quick reply, or a phone button; Meta refuses such links.',
		),
		...when(
			isOf(SHORTENERS),
			'link-shortened',
			place,
			`${host} hides where the link leads`,
			'Use the address of your own site.',
		),
	];
}
