package health.admit.portal.reminders;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Mail before credentials end.
 *
 * @param enabled whether mail is sent
 * @param time when, every day, as {@code HH:mm} in UTC
 * @param steps how many days before the end
 * @param from the sender's address
 * @param fallback who gets what concerns applications without an owner with an address
 * @param keepGone how long after the end of a credential what was sent about it is kept,
 * once it is gone
 */
@ConfigurationProperties("admit.reminders")
record RemindersProperties(@DefaultValue("false") boolean enabled, @DefaultValue("07:00") String time, @DefaultValue( {
		"60", "30", "14", "7", "1" }) List<Integer> steps, @DefaultValue("") String from,
		@DefaultValue List<String> fallback, @DefaultValue("400d") Duration keepGone){

	LocalTime daily() {
		return LocalTime.parse(this.time);
	}

}
