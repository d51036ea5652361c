/**
 * What n8n calls when the workflow is published, tested and taken back. The ticketing platforms have no
 * call that registers an address reliably, so their organiser enters it there: nothing is to be done.
 */
export const lifecycle = {
	async checkExists(): Promise<boolean> {
		return true;
	},
	async create(): Promise<boolean> {
		return true;
	},
	async delete(): Promise<boolean> {
		return true;
	},
};
