package health.admit.portal.web;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;

import health.admit.portal.cloud.Cloud;
import health.admit.portal.inventory.Inventory;
import health.admit.portal.signin.CurrentOperator;
import health.admit.portal.signin.SessionLimits;
import health.admit.portal.strays.Strays;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.info.BuildProperties;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

import static org.assertj.core.api.Assertions.assertThat;

class FragmentsTests {

	private static final Instant NOW = Instant.parse("2026-11-23T08:40:00Z");

	private final MockMvcTester web = MockMvcTester
		.create(MockMvcBuilders.standaloneSetup(new Samples()).setViewResolvers(views()).build());

	@Test
	void aPageIsFramed() {
		assertThat(page()).contains("<title>Sample - Admit</title>", "Skip to main content", "<html lang=\"en\"")
			.doesNotContain("??", "th:");
	}

	@Test
	void everyFieldHasItsLabelHintAndValue() {
		assertThat(page()).contains("<label class=\"field-label\" for=\"name\">Name</label>",
				"<div class=\"field-hint\" id=\"name-hint\">What people see</div>", "aria-describedby=\"name-hint\"",
				"value=\"pasted\"", "<legend class=\"field-label\">Kind</legend>", "<option value=\"a\"");
	}

	@Test
	void aRefusedFormSaysSoInTitleSummaryAndField() {
		String page = text(this.web.post().uri("/samples").param("name", "typed"));
		assertThat(page).contains("<title>Error: Sample - Admit</title>", "There is a problem",
				"<a href=\"#name\">Too short</a>", "<span>Nothing fits</span>", "aria-invalid=\"true\"",
				"aria-describedby=\"name-hint name-error\"", "value=\"typed\"");
	}

	@Test
	void textFromOutsideStaysText() {
		assertThat(page()).doesNotContain("<img src=x").contains("&quot;&gt;&lt;img src=x");
	}

	@Test
	void anEndSaysHowFarItIs() {
		assertThat(page()).contains("5 Dec 2026", "in 12 days", "datetime=\"2026-12-05T08:40:00Z\"",
				"title=\"5 Dec 2026, 08:40 UTC\"", "deadline-month", "not set");
	}

	private String page() {
		return text(this.web.get().uri("/samples"));
	}

	private static String text(MockMvcTester.MockMvcRequestBuilder request) {
		return assertThat(request.locale(Locale.ENGLISH)).bodyText().actual();
	}

	private static ThymeleafViewResolver views() {
		ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
		messages.setBasename("messages/web");
		messages.setFallbackToSystemLocale(false);
		ClassLoaderTemplateResolver templates = new ClassLoaderTemplateResolver();
		templates.setPrefix("templates/");
		templates.setSuffix(".html");
		StaticListableBeanFactory beans = new StaticListableBeanFactory(
				Map.of("clock", Clock.fixed(NOW, ZoneOffset.UTC)));
		SpringTemplateEngine engine = new SpringTemplateEngine();
		engine.setTemplateResolver(templates);
		engine.setTemplateEngineMessageSource(messages);
		engine.addDialect(new AdmitDialect(beans.getBeanProvider(CurrentOperator.class),
				beans.getBeanProvider(Cloud.class), beans.getBeanProvider(BuildProperties.class), messages,
				beans.getBeanProvider(Clock.class), beans.getBeanProvider(SessionLimits.class),
				beans.getBeanProvider(Inventory.class), beans.getBeanProvider(Strays.class)));
		ThymeleafViewResolver views = new ThymeleafViewResolver();
		views.setTemplateEngine(engine);
		views.setCharacterEncoding("UTF-8");
		return views;
	}

}
