import { fixture } from '../testing/fixture';
import type { TemplateNotification } from './notification';
import { readNotifications } from './read-notifications';
import { templateMessage } from './template-message';

const told = (name: string) => {
	const { notifications } = readNotifications(fixture(__dirname, name));
	return notifications[0] as TemplateNotification;
};

const facts = { name: 'doors_open', language: 'en', announced: false };

describe('what happened to a template', () => {
	it('approved', () => {
		expect(told('template-approved')).toMatchObject({
			statusText: 'Approved',
			message: '“order_confirmation” (en_US): approved. It can be sent.',
		});
	});

	it('rejected, with what Meta says and advises', () => {
		expect(told('template-rejected')).toMatchObject({
			statusText: 'Rejected',
			message: expect.stringMatching(/^“abandoned_cart” \(en\): rejected\. .*next to each other/),
			whatToDo: expect.stringContaining('Separate parameters'),
		});
	});

	it('rejected without an explanation of Meta’s: what the reason means, and what to do', () => {
		expect(templateMessage({ ...facts, event: 'REJECTED', reason: 'PROMOTIONAL' })).toEqual({
			statusText: 'Rejected',
			message: expect.stringContaining('promotes'),
			whatToDo: expect.stringContaining('Marketing'),
		});
	});

	it('paused, in Meta’s words', () => {
		expect(told('template-paused')).toMatchObject({
			statusText: 'Paused',
			message: expect.stringContaining('paused for 3 hours'),
		});
	});

	it('moved to marketing, and what that costs', () => {
		expect(told('template-category-changed')).toMatchObject({
			message: expect.stringMatching(/was moved from utility to marketing: \$.* → \$/),
			whatToDo: expect.stringContaining('sells'),
		});
		expect(told('template-category-changed')).not.toHaveProperty('statusText');
	});

	it('will be moved, where that is only announced', () => {
		expect(told('template-category-announced').message).toContain(
			'will be moved from utility to marketing',
		);
	});

	it('quality that falls, and quality that rises', () => {
		expect(told('template-quality')).toMatchObject({
			message: 'The quality of “order_confirmation” (en_US) went from green to yellow',
			whatToDo: expect.any(String),
		});
		expect(templateMessage({ ...facts, quality: 'GREEN' })).toEqual({
			message: 'The quality of “doors_open” (en) went to green',
		});
	});

	it('changed elsewhere', () => {
		expect(told('template-components').message).toContain('was changed');
	});

	it('flagged and locked, which are no statuses', () => {
		expect(templateMessage({ ...facts, event: 'FLAGGED' })).toEqual({
			message: '“doors_open” (en): flagged. People block or report it',
			whatToDo: expect.any(String),
		});
		expect(templateMessage({ ...facts, event: 'LOCKED' })).not.toHaveProperty('statusText');
	});

	it('an event of tomorrow is told as it is called', () => {
		expect(templateMessage({ ...facts, event: 'SOMETHING_NEW' })).toEqual({
			message: '“doors_open” (en): something new',
		});
	});

	it('an update that names nothing still has a sentence', () => {
		expect(templateMessage({ announced: false }).message).toBe(
			'“a template” was changed: somebody edited it, or WhatsApp did.',
		);
	});
});
