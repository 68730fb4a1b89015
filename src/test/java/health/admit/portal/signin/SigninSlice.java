package health.admit.portal.signin;

import java.util.EnumSet;
import java.util.Set;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

import health.admit.portal.cloud.CloudSlice;

/**
 * The real security chain for controller slices; only the token store is replaced, by one
 * in which every scope has been granted.
 */
@TestConfiguration(proxyBeanMethods = false)
@Import({ CloudSlice.class, SigninConfiguration.class, SecurityConfiguration.class, RequestOperator.class })
public class SigninSlice {

	@Bean
	GrantedScopes everythingGranted() {
		return (delegation) -> Set.copyOf(EnumSet.allOf(DelegatedScope.class));
	}

}
