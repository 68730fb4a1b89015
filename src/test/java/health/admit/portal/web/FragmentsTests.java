package health.admit.portal.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import health.admit.portal.cloud.Cloud;
import health.admit.portal.signin.CurrentOperator;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.info.BuildProperties;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.multipart.MultipartFile;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

import static org.assertj.core.api.Assertions.assertThat;

class FragmentsTests {

	private static final Instant NOW = Instant.parse("2026-11-23T08:40:00Z");

	private static final String HOSTILE = "\"><img src=x onerror=alert(1)>'";

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
				beans.getBeanProvider(Clock.class), Duration.ofMinutes(15)));
		ThymeleafViewResolver views = new ThymeleafViewResolver();
		views.setTemplateEngine(engine);
		views.setCharacterEncoding("UTF-8");
		return views;
	}

	record Sample(String name, String notes, String start, String months, String kind, List<String> scopes,
			Boolean agreed, MultipartFile certificate) {
	}

	@Controller
	static class Samples {

		@GetMapping("/samples")
		String show(Model model) {
			model.addAttribute("sample", new Sample("pasted", null, null, "a", "b", List.of("a"), true, null));
			return page(model);
		}

		@PostMapping("/samples")
		String submit(@ModelAttribute("sample") Sample sample, BindingResult errors, Model model) {
			errors.rejectValue("name", "short", "Too short");
			errors.reject("none", "Nothing fits");
			return page(model);
		}

		private static String page(Model model) {
			Map<String, String> options = new LinkedHashMap<>();
			options.put("a", "First");
			options.put("b", HOSTILE);
			model.addAttribute("options", options);
			model.addAttribute("hostile", HOSTILE);
			model.addAttribute("list", List.of(HOSTILE, "second"));
			model.addAttribute("instant", Instant.parse("2026-12-05T08:40:00Z"));
			return "samples/form";
		}

	}

}
