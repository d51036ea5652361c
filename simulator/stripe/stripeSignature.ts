import { createHmac } from 'node:crypto';

/**
 * `Stripe-Signature: t=…,v1=…`: HMAC-SHA256 of `{t}.{body}` with the endpoint's secret. Source:
 * Stripe, "Verify webhook signatures manually".
 *
 * @param at seconds since 1970
 */
export function stripeSignature(body: string, secret: string, at: number): string {
	const v1 = createHmac('sha256', secret).update(`${at}.${body}`).digest('hex');
	return `t=${at},v1=${v1}`;
}
