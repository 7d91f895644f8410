import { Given } from '@cucumber/cucumber';
import { chooseCheapestOffer, type OfferWish } from '../support/suite/resources/offers';
import type { DumontWorld } from '../support/world';

// Procura a oferta e guarda o número dela: Dado que escolhi a oferta mais barata com 16 GB de VRAM ou mais como <ID>
Given('(que )escolhi {oferta} como {memória}', async function (this: DumontWorld, wish: OfferWish, placeholder: string) {
  this.memory.store(placeholder, (await chooseCheapestOffer(wish, this.client)).id);
});
