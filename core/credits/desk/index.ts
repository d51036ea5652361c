export { bookByHand, bookStripePayment, type Booking } from './book-payment';
export { CreditDesk, type CreditPorts } from './credit-desk';
export { guardAnswer, type GuardWish } from './guard-answer';
export { purchasesOf } from './purchase-rows';
