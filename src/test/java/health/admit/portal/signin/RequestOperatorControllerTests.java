package health.admit.portal.signin;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Controller;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.context.annotation.Import;

import health.admit.support.Operators;
import health.admit.support.PortalWebTest;

import static org.assertj.core.api.Assertions.assertThat;

@PortalWebTest(controllers = RequestOperatorControllerTests.Probe.class)
@Import(RequestOperatorControllerTests.Probe.class)
class RequestOperatorControllerTests {

	@Autowired
	private MockMvcTester mvc;

	@Test
	void controllerSeesWhoIsSignedIn() {
		assertThat(this.mvc.get().uri("/registrations/probe").with(Operators.registrar())).hasStatusOk()
			.bodyText()
			.isEqualTo("Ada Registrar " + Operators.DELEGATION.grant());
	}

	@Test
	void helpDeskMayNotRegister() {
		assertThat(this.mvc.get().uri("/registrations/probe").with(Operators.helpDesk())).hasStatus(403);
	}

	@Controller
	static class Probe {

		private final CurrentOperator current;

		Probe(CurrentOperator current) {
			this.current = current;
		}

		@GetMapping("/registrations/probe")
		@ResponseBody
		String probe() {
			this.current.require(DelegatedScope.APPLICATION_WRITE);
			return this.current.operator().displayName() + " " + this.current.delegation().grant();
		}

	}

}
