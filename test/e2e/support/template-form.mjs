// The form of Manage Template in Node-RED, as a person fills it in.
export class TemplateForm {
	constructor(page) {
		this.page = page;
		this.body = page.locator('#wae-form-body');
	}

	async write({ name, language }) {
		await this.page.locator('#wae-form-name').fill(name);
		await this.page.locator('#wae-form-language').selectOption(language);
	}

	/** Presses the button of a known variable. */
	async insert(variable) {
		await this.page.locator(`.wae-variable-chip[title="{{${variable}}}"]`).click();
	}

	async append(text) {
		await this.body.press('Control+End');
		await this.body.pressSequentially(text);
	}

	async prepend(text) {
		await this.body.press('Control+Home');
		await this.body.pressSequentially(text);
	}

	async addButton(kind, fields) {
		await this.page.locator('.wae-button-rows .red-ui-editableList-addButton').click();
		const row = this.page.locator('.wae-button-row').last();
		await row.locator('select').selectOption(kind);
		for (const [name, value] of Object.entries(fields)) {
			await row.locator(`[data-field="${name}"]`).fill(value);
		}
	}

	/** What the check found, by its words. */
	finding(words) {
		return this.page.locator('.wae-finding-link').filter({ hasText: words });
	}
}
