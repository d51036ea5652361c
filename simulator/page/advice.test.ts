import { adviceFor } from './advice.ts';

const url = 'http://127.0.0.1:5678/webhook/x';

describe('advice about a webhook call', () => {
	it.each([
		[200, 'adviceAnswered'],
		[204, 'adviceAnswered'],
		[301, 'adviceRefused'],
		[400, 'adviceRefused'],
		[401, 'adviceSecret'],
		[403, 'adviceSecret'],
		[404, 'adviceUnknownAddress'],
		[503, 'adviceWorkflowFailed'],
		[0, 'adviceUnreachable'],
		[undefined, 'adviceUnreachable'],
	])('for status %s says %s', (status, advice) => {
		expect(adviceFor({ url, status })).toBe(advice);
	});

	it('without an address says where to set one', () => {
		expect(adviceFor({ url: '' })).toBe('adviceNoTarget');
	});
});
