package health.admit.portal.registration;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/**
 * What the pages of the wizard share, with drafts in memory.
 */
@TestConfiguration(proxyBeanMethods = false)
@Import({ WizardPage.class, WizardAdvice.class, DraftSummary.class, DraftViews.class, Texts.class, TypedForms.class,
		AuthenticationOptions.class })
class RegistrationSlice {

	@Bean
	MemoryDrafts drafts() {
		return new MemoryDrafts();
	}

}
