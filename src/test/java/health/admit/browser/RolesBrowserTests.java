package health.admit.browser;

import com.microsoft.playwright.options.SelectOption;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

@BrowserTest
class RolesBrowserTests {

	private static final String ROLES = "/applications/client/7b1d4c02-93ea-4f5e-a6c8-2f0d9b36e815/roles?task=READ";

	private static final SelectOption CLINICAL = new SelectOption()
		.setLabel("FHIR contosohealth/clinical, Contoso Health Production");

	@Test
	void whoMayNotChangeRolesFindsTheCommandsForSomebodyElse(Browsing browsing) {
		Visit jonas = browsing.visitAs("Jonas Weber");
		jonas.open(ROLES);
		jonas.page().getByText("Have it removed").click();
		assertThat(jonas.page().locator("main tbody tr"))
			.containsText("az role assignment delete --ids '/subscriptions/");
		jonas.accessible().fitsATelephone().pictures("roles-removal");
		jonas.page().locator("#service").selectOption(CLINICAL);
		jonas.page().getByText("Show the roles").click();
		assertThat(jonas.page().locator("details[open]")).containsText("--role 4c8d0bbc");
		jonas.accessible().fitsATelephone().pictures("roles-commands");
	}

	@Test
	void aRoleThatIsTooLittleHasToBeConfirmed(Browsing browsing) {
		Visit amara = browsing.visitAs("Amara Okafor").expecting(422);
		amara.open(ROLES.replace("READ", "CONVERT"));
		amara.page().locator("#service").selectOption(CLINICAL);
		amara.page().getByText("Show the roles").click();
		amara.page().locator(".choice label").getByText("FHIR Data Reader").click();
		amara.page().getByText("Assign the role").click();
		assertThat(amara.page().locator(".error-summary")).containsText("FHIR Data Reader does not permit this");
		amara.accessible().fitsATelephone().pictures("roles-too-little");
	}

}
