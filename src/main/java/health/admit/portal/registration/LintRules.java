package health.admit.portal.registration;

import java.util.List;
import java.util.Optional;

/**
 * All advice about a registration, in the order of the ids.
 */
final class LintRules {

	private static final List<LintRule> RULES = List.of(new SecretLint(), new LongSecretLint(), new SelfSignedLint(),
			new NoCredentialLint(), new PublicCredentialLint(), new LocalRedirectLint(), new WildcardRedirectLint(),
			new UrnRedirectLint(), new ManyRedirectsLint(), new MixedPlatformsLint(), new ForeignRedirectLint(),
			new LegacyPostmanLint(), new NoOwnerLint(), new ManyOwnersLint(), new ManyDirectoriesLint(),
			new PersonalAccountsLint(), new UnusualNameLint(), new SameNameLint(), new AppRoleLint(),
			new SmartConsentLint(), new OtherApiLint(), new MissingScopeLint(), new ConsentLaterLint(),
			new EllipticKeyLint(), new NoAccessLint(), new BroadRoleLint(), new SmartRoleLint());

	private LintRules() {
	}

	static List<Finding> check(DraftContent content) {
		return RULES.stream().map((rule) -> rule.check(content)).flatMap(Optional::stream).toList();
	}

}
