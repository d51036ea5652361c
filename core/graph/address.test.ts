import fc from 'fast-check';
import { graphPath, tidyApiUrl } from './address';

describe('a Graph path', () => {
	it('joins version and segments', () => {
		expect(graphPath('v26.0', '106540352242922', 'messages')).toBe(
			'/v26.0/106540352242922/messages',
		);
	});

	it.each(['26.0', ' v26.0 ', '/v26.0/', '/26.0'])(
		'takes the version as people type it: %p',
		(version) => {
			expect(graphPath(version, '1')).toBe('/v26.0/1');
		},
	);

	it.each([
		['1/messages?x=1#y', '/v26.0/1%2Fmessages%3Fx%3D1%23y/media'],
		['1 2', '/v26.0/1%202/media'],
		['..', '/v26.0/%252E%252E/media'],
		['.', '/v26.0/%252E/media'],
		['%2e%2e', '/v26.0/%252e%252e/media'],
		['http://example.org', '/v26.0/http%3A%2F%2Fexample.org/media'],
	])('cannot be led elsewhere by the id %p', (id, path) => {
		expect(graphPath('v26.0', id, 'media')).toBe(path);
	});

	it('stays below version and id for any id, also after a URL parser has read it', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary', minLength: 1 }), (id) => {
				fc.pre(id.replace(/[\ud800-\udfff]/gu, '') !== '');
				const { pathname, search, hash, host } = new URL(
					`https://x.test${graphPath('v26.0', id, 'media')}`,
				);
				expect(pathname.split('/')).toHaveLength(4);
				expect(pathname).toMatch(/^\/v26\.0\/.*\/media$/s);
				expect([search, hash, host]).toEqual(['', '', 'x.test']);
			}),
		);
	});

	it('does not fail on half a character', () => {
		expect(graphPath('v26.0', 'a\ud800b')).toBe('/v26.0/ab');
	});
});

describe('the API address', () => {
	it.each([
		[undefined, 'https://graph.facebook.com'],
		['  ', 'https://graph.facebook.com'],
		['http://localhost:4010//', 'http://localhost:4010'],
		[' https://waba.example/api/ ', 'https://waba.example/api'],
	])('%p becomes %p', (typed, address) => {
		expect(tidyApiUrl(typed)).toBe(address);
	});
});
