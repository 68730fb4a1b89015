package health.admit.portal.reminders;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import health.admit.support.SettableClock;
import health.admit.portal.cloud.Cloud;
import health.admit.portal.cloud.CloudName;
import health.admit.portal.inventory.Completeness;
import health.admit.portal.inventory.CredentialRow;
import health.admit.portal.inventory.FakeInventory;
import health.admit.portal.inventory.InventoryChanged;
import health.admit.portal.inventory.Owner;
import health.admit.portal.inventory.OwnerState;
import health.admit.portal.signin.PortalAddress;
import jakarta.mail.internet.MimeMessage;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mock.env.MockEnvironment;

/**
 * A mail server, an index and any number of nodes, in a time that passes when it is told
 * to.
 */
final class MailWorld implements AutoCloseable {

	static final String FALLBACK = "desk@contoso.example";

	static final Instant MORNING = Instant.parse("2026-11-23T07:00:00Z");

	final UUID tenant = UUID.randomUUID();

	final FakeInventory inventory = new FakeInventory();

	final SettableClock time = new SettableClock(MORNING);

	final GreenMail server = new GreenMail(ServerSetupTest.SMTP.dynamicPort());

	final Reminders reminders;

	final ReminderRuns runs;

	private List<String> fallback = List.of(FALLBACK);

	private int smtpPort;

	MailWorld(JdbcClient jdbc) {
		this.reminders = new Reminders(jdbc);
		this.runs = new ReminderRuns(jdbc);
		this.server.start();
		this.smtpPort = this.server.getSmtp().getPort();
	}

	JavaMailSender sender() {
		JavaMailSenderImpl sender = new JavaMailSenderImpl();
		sender.setHost("127.0.0.1");
		sender.setPort(this.smtpPort);
		return sender;
	}

	void smtpPort(int port) {
		this.smtpPort = port;
	}

	void noFallback() {
		this.fallback = List.of();
	}

	/** What follows each reading of the tenant. */
	void read() {
		new ReminderRetention(this.reminders, this.runs, this.inventory, settings(false), this.time)
			.changed(new InventoryChanged(this.tenant, Completeness.COMPLETE, this.time.instant()));
	}

	ReminderJob node() {
		return node(sender(), true);
	}

	ReminderJob node(JavaMailSender sender, boolean enabled) {
		ReminderSettings settings = settings(enabled);
		Cloud cloud = new Cloud(CloudName.SANDBOX, this.tenant, URI.create("http://localhost"),
				URI.create("http://localhost"), URI.create("http://localhost"), URI.create("http://localhost"));
		return new ReminderJob(settings, this.runs, reminding(sender), cloud, this.time);
	}

	Reminding reminding(JavaMailSender sender) {
		ReminderSettings settings = settings(true);
		PortalAddress address = new PortalAddress(URI.create("https://admit.contoso.example"), Set.of());
		ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
		messages.setBasenames("messages/reminders", "messages/inventory");
		ClassLoaderTemplateResolver templates = new ClassLoaderTemplateResolver();
		templates.setPrefix("templates/");
		templates.setSuffix(".html");
		templates.setCharacterEncoding("UTF-8");
		SpringTemplateEngine engine = new SpringTemplateEngine();
		engine.setTemplateResolver(templates);
		engine.setTemplateEngineMessageSource(messages);
		StaticListableBeanFactory beans = new StaticListableBeanFactory();
		beans.addBean("sender", sender);
		ObjectProvider<JavaMailSender> senders = beans.getBeanProvider(JavaMailSender.class);
		return new Reminding(this.inventory, new DueCredentials(this.inventory, settings), this.reminders, this.runs,
				new Digests(messages, engine, settings, address), new Postman(senders, settings, address), this.time);
	}

	private ReminderSettings settings(boolean enabled) {
		return new ReminderSettings(
				new RemindersProperties(enabled, "07:00", List.of(60, 30, 14, 7, 1), "admit@contoso.example",
						this.fallback, Duration.ofDays(400)),
				new MockEnvironment().withProperty("spring.mail.host", "127.0.0.1"));
	}

	/** A secret of an application with these owners. */
	CredentialRow secret(String name, Duration left, String... owners) {
		CredentialRow row = FakeInventory.secret(name, this.time.instant().plus(left), this.time.instant());
		this.inventory.put(row);
		if (owners.length > 0) {
			this.inventory.owners(row.key().objectId(),
					Arrays.stream(owners).map((mail) -> owner(mail, OwnerState.GOOD)).toArray(Owner[]::new));
		}
		return row;
	}

	static Owner owner(String mail, OwnerState state) {
		return new Owner(UUID.randomUUID(), "Owner", "owner@contoso.example", mail, state);
	}

	List<MimeMessage> mails() {
		return List.of(this.server.getReceivedMessages());
	}

	@Override
	public void close() {
		this.server.stop();
	}

}
