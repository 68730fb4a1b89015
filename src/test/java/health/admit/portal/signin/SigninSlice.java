package health.admit.portal.signin;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

import health.admit.portal.cloud.CloudSlice;

/**
 * The real security chain for controller slices; only the token store is replaced, by one
 * in which every scope has been granted. Without a stereotype, so that a whole portal in
 * a test does not find it.
 */
@Import({ CloudSlice.class, SigninConfiguration.class, SecurityConfiguration.class, EntraLogin.class, FormPages.class,
		StepUpAdvice.class, RequestOperator.class, OperatorTokens.class })
public class SigninSlice {

	@Bean
	Grants everythingGranted() {
		Set<String> all = Arrays.stream(DelegatedScope.values()).map(DelegatedScope::value).collect(Collectors.toSet());
		return new FixedGrants(new GrantTokens("not-a-token", Instant.MAX, "not-a-token", all,
				new ManagementToken("not-a-token", Instant.MAX)));
	}

	@Bean
	People people() {
		return new MemoryPeople();
	}

	private record FixedGrants(GrantTokens tokens) implements Grants {

		@Override
		public void save(Delegation delegation, GrantTokens fresh, Instant until) {
		}

		@Override
		public Optional<Stored> find(Delegation delegation) {
			return Optional.of(new Stored(this.tokens, 1));
		}

		@Override
		public void replace(Delegation delegation, Stored stored, GrantTokens fresh) {
		}

		@Override
		public void extend(Delegation delegation, Instant until) {
		}

		@Override
		public void end(UUID grant) {
		}

		@Override
		public void purge() {
		}

	}

}
