import { Module } from '@nestjs/common';

/** The registers come with the birth and death chains; until then the agency is a member that sends and expects nothing. */
@Module({})
export class SocialProtectionModule {}
