import type { components } from '../api/schema';

type Bodies = components['schemas'];
export type PetitionPanelView = Bodies['PetitionPanelBody'];
export type Petition = Bodies['PetitionBody'];
export type PetitionPeriod = Bodies['PetitionPeriodBody'];
export type PetitionOffer = Bodies['PetitionOfferBody'];
