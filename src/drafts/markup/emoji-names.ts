/** GitHub's names of the commonest emoji, each before its emoji; GitHub Pages, Hugo, Docusaurus and Slack share them. */
const NAMES = `
grinning 😀 smiley 😃 smile 😄 grin 😁 laughing 😆 satisfied 😆 sweat_smile 😅 rofl 🤣 joy 😂
slightly_smiling_face 🙂 upside_down_face 🙃 melting_face 🫠 wink 😉 blush 😊 innocent 😇
smiling_face_with_three_hearts 🥰 heart_eyes 😍 star_struck 🤩 kissing_heart 😘 kissing 😗 relaxed ☺️
kissing_closed_eyes 😚 kissing_smiling_eyes 😙 smiling_face_with_tear 🥲 yum 😋 stuck_out_tongue 😛
stuck_out_tongue_winking_eye 😜 zany_face 🤪 stuck_out_tongue_closed_eyes 😝 money_mouth_face 🤑 hugs 🤗
hand_over_mouth 🤭 face_with_open_eyes_and_hand_over_mouth 🫢 face_with_peeking_eye 🫣 shushing_face 🤫
thinking 🤔 saluting_face 🫡 zipper_mouth_face 🤐 raised_eyebrow 🤨 neutral_face 😐 expressionless 😑
no_mouth 😶 dotted_line_face 🫥 face_in_clouds 😶‍🌫️ smirk 😏 unamused 😒 roll_eyes 🙄 grimacing 😬
face_exhaling 😮‍💨 lying_face 🤥 shaking_face 🫨 relieved 😌 pensive 😔 sleepy 😪 drooling_face 🤤
sleeping 😴 mask 😷 face_with_thermometer 🤒 face_with_head_bandage 🤕 nauseated_face 🤢 vomiting_face 🤮
sneezing_face 🤧 hot_face 🥵 cold_face 🥶 woozy_face 🥴 dizzy_face 😵 face_with_spiral_eyes 😵‍💫
exploding_head 🤯 cowboy_hat_face 🤠 partying_face 🥳 disguised_face 🥸 sunglasses 😎 nerd_face 🤓
monocle_face 🧐 confused 😕 face_with_diagonal_mouth 🫤 worried 😟 slightly_frowning_face 🙁 frowning_face ☹️
open_mouth 😮 hushed 😯 astonished 😲 flushed 😳 pleading_face 🥺 face_holding_back_tears 🥹 frowning 😦
anguished 😧 fearful 😨 cold_sweat 😰 disappointed_relieved 😥 cry 😢 sob 😭 scream 😱 confounded 😖
persevere 😣 disappointed 😞 sweat 😓 weary 😩 tired_face 😫 yawning_face 🥱 triumph 😤 rage 😡 pout 😡
angry 😠 cursing_face 🤬 smiling_imp 😈 imp 👿 skull 💀 skull_and_crossbones ☠️ hankey 💩 poop 💩 shit 💩
clown_face 🤡 japanese_ogre 👹 japanese_goblin 👺 ghost 👻 alien 👽 space_invader 👾 robot 🤖 smiley_cat 😺
smile_cat 😸 joy_cat 😹 heart_eyes_cat 😻 smirk_cat 😼 kissing_cat 😽 scream_cat 🙀 crying_cat_face 😿
pouting_cat 😾 see_no_evil 🙈 hear_no_evil 🙉 speak_no_evil 🙊 love_letter 💌 cupid 💘 gift_heart 💝
sparkling_heart 💖 heartpulse 💗 heartbeat 💓 revolving_hearts 💞 two_hearts 💕 heart_decoration 💟
heavy_heart_exclamation ❣️ broken_heart 💔 heart_on_fire ❤️‍🔥 mending_heart ❤️‍🩹 heart ❤️ pink_heart 🩷
orange_heart 🧡 yellow_heart 💛 green_heart 💚 blue_heart 💙 light_blue_heart 🩵 purple_heart 💜
brown_heart 🤎 black_heart 🖤 grey_heart 🩶 white_heart 🤍 kiss 💋 100 💯 anger 💢 boom 💥 collision 💥
dizzy 💫 sweat_drops 💦 dash 💨 hole 🕳️ speech_balloon 💬 eye_speech_bubble 👁️‍🗨️ left_speech_bubble 🗨️
right_anger_bubble 🗯️ thought_balloon 💭 zzz 💤 wave 👋 ok_hand 👌 v ✌️ crossed_fingers 🤞 metal 🤘
point_left 👈 point_right 👉 point_up_2 👆 point_down 👇 point_up ☝️ +1 👍 thumbsup 👍 -1 👎 thumbsdown 👎
fist ✊ punch 👊 clap 👏 raised_hands 🙌 handshake 🤝 pray 🙏 writing_hand ✍️ muscle 💪 brain 🧠 eyes 👀
baby 👶 boy 👦 girl 👧 man 👨 woman 👩 raising_hand 🙋 bow 🙇 facepalm 🤦 shrug 🤷 cop 👮 walking 🚶 runner 🏃
dancer 💃 family 👪 monkey_face 🐵 monkey 🐒 dog 🐶 cat 🐱 horse 🐴 unicorn 🦄 cow 🐮 pig 🐷 elephant 🐘
mouse 🐭 bear 🐻 panda_face 🐼 chicken 🐔 bird 🐦 penguin 🐧 turtle 🐢 snake 🐍 dragon_face 🐲 dragon 🐉
whale 🐳 dolphin 🐬 fish 🐟 octopus 🐙 snail 🐌 butterfly 🦋 bug 🐛 ant 🐜 bee 🐝 beetle 🪲 cherry_blossom 🌸
rose 🌹 sunflower 🌻 tulip 🌷 seedling 🌱 evergreen_tree 🌲 deciduous_tree 🌳 palm_tree 🌴 cactus 🌵
four_leaf_clover 🍀 maple_leaf 🍁 fallen_leaf 🍂 leaves 🍃 mushroom 🍄 banana 🍌 apple 🍎 bread 🍞 cheese 🧀
hamburger 🍔 pizza 🍕 egg 🥚 rice 🍚 ramen 🍜 sushi 🍣 crab 🦀 shrimp 🦐 doughnut 🍩 cookie 🍪 birthday 🎂
cake 🍰 coffee ☕ tea 🍵 wine_glass 🍷 cocktail 🍸 beer 🍺 beers 🍻 earth_africa 🌍 earth_americas 🌎
earth_asia 🌏 globe_with_meridians 🌐 world_map 🗺️ mountain ⛰️ camping 🏕️ house 🏠 office 🏢 hospital 🏥
school 🏫 train 🚋 bus 🚌 car 🚗 bike 🚲 rotating_light 🚨 stop_sign 🛑 construction 🚧 boat ⛵ sailboat ⛵
ship 🚢 airplane ✈️ rocket 🚀 hourglass ⌛ watch ⌚ alarm_clock ⏰ stopwatch ⏱️ clock1 🕐 moon 🌔 sunny ☀️ star ⭐
star2 🌟 cloud ☁️ rainbow 🌈 umbrella ☔ zap ⚡ snowflake ❄️ snowman ⛄ fire 🔥 droplet 💧 ocean 🌊
jack_o_lantern 🎃 christmas_tree 🎄 sparkles ✨ balloon 🎈 tada 🎉 confetti_ball 🎊 gift 🎁 trophy 🏆
medal_sports 🏅 1st_place_medal 🥇 dart 🎯 crystal_ball 🔮 game_die 🎲 art 🎨 crown 👑 gem 💎 loudspeaker 📢
mega 📣 bell 🔔 no_bell 🔕 musical_note 🎵 notes 🎶 microphone 🎤 headphones 🎧 radio 📻 iphone 📱 phone ☎️
telephone_receiver 📞 battery 🔋 electric_plug 🔌 computer 💻 desktop_computer 🖥️ keyboard ⌨️ floppy_disk 💾
cd 💿 movie_camera 🎥 film_strip 🎞️ clapper 🎬 tv 📺 camera 📷 video_camera 📹 mag 🔍 mag_right 🔎 bulb 💡
book 📖 books 📚 scroll 📜 page_facing_up 📄 newspaper 📰 bookmark_tabs 📑 bookmark 🔖 label 🏷️ moneybag 💰
dollar 💵 euro 💶 credit_card 💳 envelope ✉️ email 📧 outbox_tray 📤 inbox_tray 📥 package 📦 pencil2 ✏️
memo 📝 pencil 📝 file_folder 📁 open_file_folder 📂 date 📅 calendar 📆 chart_with_upwards_trend 📈
chart_with_downwards_trend 📉 bar_chart 📊 clipboard 📋 pushpin 📌 round_pushpin 📍 paperclip 📎 lock 🔒
unlock 🔓 key 🔑 hammer 🔨 hammer_and_wrench 🛠️ shield 🛡️ wrench 🔧 nut_and_bolt 🔩 gear ⚙️ link 🔗
test_tube 🧪 dna 🧬 microscope 🔬 telescope 🔭 satellite 📡 warning ⚠️ no_entry ⛔ no_entry_sign 🚫 arrow_up ⬆️
arrow_right ➡️ arrow_down ⬇️ arrow_left ⬅️ arrows_counterclockwise 🔄 soon 🔜 arrow_forward ▶️
heavy_multiplication_x ✖️ heavy_plus_sign ➕ heavy_minus_sign ➖ bangbang ‼️ interrobang ⁉️ question ❓
grey_question ❔ exclamation ❗ heavy_exclamation_mark ❗ recycle ♻️ white_check_mark ✅ ballot_box_with_check ☑️
heavy_check_mark ✔️ x ❌ negative_squared_cross_mark ❎ copyright ©️ registered ®️ tm ™️ cool 🆒 free 🆓
information_source ℹ️ new 🆕 ok 🆗 sos 🆘 up 🆙 red_circle 🔴 green_circle 🟢 large_blue_circle 🔵
black_circle ⚫ white_circle ⚪ checkered_flag 🏁 triangular_flag_on_post 🚩
`;

/** The emoji by name: `tada` is 🎉. */
export const EMOJI: ReadonlyMap<string, string> = new Map(
  [...NAMES.matchAll(/(\S+) (\S+)/g)].map(([, name = '', emoji = '']) => [name, emoji]),
);

/** Names of emoji, one after another. A time, a role (`:ref:`x``) and `std::vector` are none. */
export const NAMES_OF_EMOJI =
  /(?<![\p{Script=Latin}\p{N}:`\\/=])(?::[a-z\d_+-]{1,40}:)+(?![\p{Script=Latin}\p{N}:`])/gu;

/** Returns the emoji of a run of names; `undefined` if one is no name of an emoji. */
export function emojiOf(run: string): string | undefined {
  const shown = [...run.matchAll(/:([^:]+):/g)].map(([, name = '']) => EMOJI.get(name));
  return shown.includes(undefined) ? undefined : shown.join('');
}

/** Replaces names of emoji in words that are not Markdown. */
export const withEmoji = (words: string): string =>
  words.replace(NAMES_OF_EMOJI, (run) => emojiOf(run) ?? run);
