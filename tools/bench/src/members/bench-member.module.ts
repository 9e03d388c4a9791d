import { Module } from '@nestjs/common';
import { BeginChains } from './begin-chains';
import { ChainState } from './chain-state';
import { CommittedChains } from './committed-chains';
import { RecordItemHandler } from './record-item.handler';

@Module({ controllers: [RecordItemHandler], providers: [ChainState, CommittedChains, BeginChains] })
export class BenchMemberModule {}
