package health.admit.portal.web;

import java.util.List;
import java.util.regex.Pattern;

import health.admit.support.Operators;
import health.admit.support.PortalWebTest;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.servlet.resource.ResourceUrlProvider;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What pages are made of is fetched once, and nothing else is taken for it.
 */
@PortalWebTest(controllers = HelpController.class)
class AssetsControllerTests {

	private static final Pattern ADDRESS = Pattern.compile("(?:href|src)=\"(/(?:assets|webjars)/[^\"#]+)");

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private ResourceUrlProvider resources;

	@Test
	void addressesTellTheVersionAndAreKeptForAYear() {
		String page = assertThat(this.mvc.get().uri("/help").with(Operators.registrar())).hasStatusOk()
			.bodyText()
			.actual();
		List<String> addresses = ADDRESS.matcher(page).results().map((found) -> found.group(1)).distinct().toList();
		assertThat(addresses).anySatisfy((address) -> assertThat(address).matches("/assets/css/admit-[0-9a-f]{32}.css"))
			.anySatisfy(
					(address) -> assertThat(address).matches("/webjars/bootstrap/[0-9.]+/css/bootstrap[.]min[.]css"))
			.anySatisfy((address) -> assertThat(address).matches("/assets/favicon-[0-9a-f]{32}.ico"));
		assertThat(addresses).allSatisfy((address) -> assertThat(this.mvc.get().uri(address)).as(address)
			.hasStatusOk()
			.hasHeader("Cache-Control", "max-age=31536000, public"));
	}

	@Test
	void theIconIsFoundWhereBrowsersLookForIt() {
		assertThat(this.mvc.get().uri("/favicon.ico")).hasStatus(302).hasRedirectedUrl("/assets/favicon.ico");
		assertThat(this.mvc.get().uri("/assets/favicon.ico")).hasStatusOk();
	}

	/** A page has hundreds of links, and looking for one goes through every jar. */
	@Test
	void linksToPagesAreNotLookedForAmongFiles() {
		assertThat(this.resources.getHandlerMap()).containsOnlyKeys("/assets/**", "/webjars/**");
	}

}
