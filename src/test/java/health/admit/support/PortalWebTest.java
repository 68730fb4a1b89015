package health.admit.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.AliasFor;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.bind.annotation.ControllerAdvice;

import health.admit.portal.signin.SigninSlice;

/**
 * A controller slice behind the portal's real security chain. Sign in with
 * {@link Operators}; add {@code csrf()} to writes. Advice of other modules stays out;
 * import the one a test needs.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@WebMvcTest(excludeFilters = @ComponentScan.Filter(ControllerAdvice.class))
@Import(SigninSlice.class)
@TestPropertySource(properties = { "admit.cloud.name=sandbox", "admit.cloud.tenant-id=" + Operators.TENANT_ID,
		"admit.cloud.base-url=http://localhost:8081", "admit.signin.client-id=0e6f2a51-7d4b-4c88-8f0e-3b9a5c71d2e4",
		"admit.signin.client-secret=not-a-secret", "admit.signin.public-url=http://localhost:8080",
		"admit.signin.key=MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=" })
public @interface PortalWebTest {

	@AliasFor(annotation = WebMvcTest.class, attribute = "controllers")
	Class<?>[] controllers() default {};

}
