import type { TemplateDefinition } from '../definition';
import { checkTemplate } from './index';

const hello: TemplateDefinition = {
	name: 'hello',
	language: 'en',
	category: 'UTILITY',
	body: 'Hello there.',
};

describe('a utility template', () => {
	it.each([
		...[
			...['See our other events.', 'Bring a friend!', 'Last places!', 'Last places! Register now.'],
			...['Follow us on social media.', 'Save 50% today.', 'Save up to $20 this week.'],
			...['Tickets are selling fast.', 'Please use the code SUMMER20.', 'Only 5 seats left!'],
			...['Invite your friends.', 'Register now for the dinner.'],
		].map((body) => ['en', body]),
		...[
			...['お席は残りわずかです。', 'お友達もぜひお誘いください。', 'ぜひフォローしてください。'],
			...[
				'他のイベントもご覧ください。',
				'ほかのイベントもぜひ。',
				'残り5席です。',
				'50%引きです。',
			],
			...['今すぐご登録ください。', 'まもなく完売します。', 'コード「SUMMER20」を使えます。'],
			...['お友だちとご一緒にどうぞ。', '先着50名様にお渡しします。'],
		].map((body) => ['ja', body]),
		...[
			...[
				'Mira nuestros otros eventos.',
				'Trae a un amigo.',
				'¡Últimos lugares!',
				'Síguenos en las redes.',
			],
			...['¡Quedan pocas plazas!', 'Ahorra un 50 % hoy.', 'Las entradas se agotan.'],
			...['Usa el código VERANO20.', 'Inscríbete ya en el taller.', 'Solo quedan 5 plazas.'],
		].map((body) => ['es', body]),
		...[
			...['Veja nossos outros eventos.', 'Traga um amigo.', 'Últimos lugares!', 'Siga-nos hoje.'],
			...['Restam poucas vagas!', 'Economize 50% hoje.', 'Os ingressos estão se esgotando.'],
			...['Use o código VERAO20.', 'Inscreva-se já no curso.', 'Restam só 5 vagas.'],
		].map((body) => ['pt_BR', body]),
	])('is warned of promotion in %s: %s', (language, body) => {
		expect(checkTemplate({ ...hello, language, body })).toMatchObject([
			{ rule: 'category-promotional', severity: 'warning', place: 'body' },
		]);
	});

	it.each([
		...[
			...['Please save the date: Friday.', 'Your friend Anna has registered you.'],
			...['You have the last place on the list.', 'Please follow the signs to hall 2.'],
			...['Your friend will bring your badge.', 'You can now register your guests at the desk.'],
			...['Use the code on your ticket at the door.', 'Use the code 4711 to open the door.'],
			...['Save 2 copies of the ticket.'],
			...['Your last order was cancelled.', 'There are other events in the building today.'],
			...['Our staff will follow up on your request.', 'You have 5 days left to reply.'],
			...['Use the code HALL2 to join the session.', 'Your ticket saves a seat in row 5.'],
		].map((body) => ['en', body]),
		...[
			...[
				'残りの手続きをご案内します。',
				'お友達の田中様がご登録されました。',
				'残り3日で開催です。',
			],
			...['案内表示に沿ってお進みください。', '参加費1,000円引き落としのお知らせです。'],
			...[
				'担当者がフォローいたします。',
				'他のイベントとは会場が異なります。',
				'先着順にご入場ください。',
			],
			...['コード4711を入力してください。', '消費税10%引き上げのお知らせです。'],
		].map((body) => ['ja', body]),
		...[
			...['Guarda la fecha: el viernes.', 'Tu amiga Ana te ha inscrito.', 'Sigue las señales.'],
			...['Tienes el último lugar de la lista.', 'Quedan pocos días para el congreso.'],
			...['Usa el código de tu entrada.', 'Usa el código 4711 en la puerta.'],
			...['Hoy hay otros eventos en el edificio.', 'Tienes 5 plazas reservadas.'],
		].map((body) => ['es', body]),
		...[
			...['Guarde a data: sexta-feira.', 'Sua amiga Ana inscreveu você.', 'Siga as placas.'],
			...['Você tem o último lugar da lista.', 'Restam poucos dias para o congresso.'],
			...['Use o código do seu ingresso.', 'Use o código 4711 na porta.'],
			...['Hoje há outros eventos no prédio.', 'Você tem 5 vagas reservadas.'],
		].map((body) => ['pt_BR', body]),
	])('may say in %s: %s', (language, body) => {
		expect(checkTemplate({ ...hello, language, body })).toEqual([]);
	});

	it('is told the words as they stand in it', () => {
		const messageOf = (body: string) =>
			checkTemplate({ ...hello, body, samples: { 1: '20' } })[0]?.message;
		expect(messageOf('All Discounts end on Sunday.')).toMatch(/^“Discounts” sounds/);
		expect(messageOf('For you: Save 50% today.')).toMatch(/^“Save 50%” sounds/);
		expect(messageOf('You can save {{1}}% on this ticket.')).toMatch(/^“save \{\{1\}\}%” sounds/);
	});

	it('may name a code in a variable', () => {
		const body = 'Please use the code {{1}} to join the session in hall 2.';
		expect(checkTemplate({ ...hello, body, samples: { 1: 'HALL20' } })).toEqual([]);
	});

	it('tells the word itself, for other languages', () => {
		expect(checkTemplate({ ...hello, body: 'Please bring a friend.' })).toMatchObject([
			{ about: { word: 'bring a friend' } },
		]);
		expect(checkTemplate({ ...hello, footer: ' ' })).toMatchObject([{ about: { empty: true } }]);
		expect(checkTemplate({ ...hello, footer: 'Bye 👋' })[0]).not.toHaveProperty('about');
	});
});
