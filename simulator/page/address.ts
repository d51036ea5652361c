/**
 * What the address of the page shows: `#819012345678`, `#templates`, `#templates/{name}/{language}`,
 * `#ticketing`, `#ticketing/{platform}`, `#ticketing/event`, `#account`, `#account/{place}`.
 */
export type Address =
	| { section: 'phones'; waId?: string }
	| { section: 'templates'; at: 'list' | 'account' }
	| { section: 'templates'; at: 'template'; name: string; language: string }
	| { section: 'ticketing'; at: 'list' | 'event' }
	| { section: 'ticketing'; at: 'platform'; platform: string }
	| { section: 'account'; at: 'list' | 'money' | 'standing' | 'stripe' | 'providers' };

const ACCOUNT_PLACES = ['money', 'standing', 'stripe', 'providers'] as const;

/** Reads the part after `#`; what is not known leads to the phones. */
export function readAddress(hash: string): Address {
	const [first = '', ...rest] = hash.replace(/^#\/?/, '').split('/');
	if (first === 'templates') {
		const [name, language] = rest.map(decoded);
		if (name && language) return { section: 'templates', at: 'template', name, language };
		return { section: 'templates', at: name === 'account' ? 'account' : 'list' };
	}
	if (first === 'ticketing') {
		const [platform] = rest.map(decoded);
		if (!platform) return { section: 'ticketing', at: 'list' };
		if (platform === 'event') return { section: 'ticketing', at: 'event' };
		return { section: 'ticketing', at: 'platform', platform };
	}
	if (first === 'account') {
		return { section: 'account', at: ACCOUNT_PLACES.find((place) => place === rest[0]) ?? 'list' };
	}
	const waId = first.replace(/\D/g, '');
	return waId === '' ? { section: 'phones' } : { section: 'phones', waId };
}

export function templateAddress({ name, language }: { name: string; language: string }): string {
	return `#templates/${encodeURIComponent(name)}/${encodeURIComponent(language)}`;
}

export function platformAddress(id: string): string {
	return `#ticketing/${encodeURIComponent(id)}`;
}

function decoded(part: string): string {
	try {
		return decodeURIComponent(part);
	} catch {
		return part;
	}
}
